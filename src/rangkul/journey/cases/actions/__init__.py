from rangkul.journey.cases.actions.opening import open_case

__all__ = ["open_case"]
