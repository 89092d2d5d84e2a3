"""Django's generic classes of the admin, as the type checker wants them."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    TabularInline = admin.TabularInline[Any, Any]
    ModelForm = forms.ModelForm[Any]
    BaseInlineFormSet = forms.models.BaseInlineFormSet[Any, Any, Any]
else:
    ModelAdmin, StackedInline, TabularInline = admin.ModelAdmin, admin.StackedInline, admin.TabularInline
    ModelForm, BaseInlineFormSet = forms.ModelForm, forms.BaseInlineFormSet
