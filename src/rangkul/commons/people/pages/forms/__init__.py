from rangkul.commons.people.pages.forms.contact import ContactForm
from rangkul.commons.people.pages.forms.details import AddressForm, NameForm, PhoneForm
from rangkul.commons.people.pages.forms.family import KinForm, PermissionForm
from rangkul.commons.people.pages.forms.identity import NewPersonForm, PersonForm
from rangkul.commons.people.pages.forms.plain import AnswerForm, DoubtForm, ReasonForm, SearchForm

__all__ = [
    "AddressForm",
    "AnswerForm",
    "ContactForm",
    "DoubtForm",
    "KinForm",
    "NameForm",
    "NewPersonForm",
    "PermissionForm",
    "PersonForm",
    "PhoneForm",
    "ReasonForm",
    "SearchForm",
]
