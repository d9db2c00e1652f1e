"""Release AI models lawfully under the OpenAtom Model License."""

__version__ = "0.1.0"
