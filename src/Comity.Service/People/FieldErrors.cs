namespace Comity.Service.People;

/// <summary>What is wrong with a form, gathered so that everything is said at once.</summary>
internal sealed class FieldErrors
{
    private readonly List<FieldError> _errors = [];

    public bool Any => _errors.Count > 0;

    public RegisterChange Refused => new RegisterChange.Refused(_errors);

    public void Add(string field, string message) => _errors.Add(new(field, message));

    public void When(bool wrong, string field, string message)
    {
        if (wrong)
        {
            Add(field, message);
        }
    }

    /// <summary>A text that must be there and has a greatest length.</summary>
    public void Text(string? text, string field, string missing, int longest)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Add(field, missing);
        }
        else
        {
            AtMost(text, field, longest);
        }
    }

    public void AtMost(string? text, string field, int longest) =>
        When(text?.Trim().Length > longest, field, $"This must be {longest} characters or fewer");

    public void Days(DateOnly? from, DateOnly? until, string fromField, string untilField)
    {
        When(from is null, fromField, "Enter the first day");
        When(from > until, untilField, "The last day must be on or after the first day");
    }
}
