using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

/// <summary>Three plain inputs, because people know the date they mean and pickers get in their way.</summary>
public sealed record DateInput : Field
{
    private const string ErrorClass = "govuk-input--error";

    public string? Id { get; init; }

    public string? NamePrefix { get; init; }

    public Fieldset? Fieldset { get; init; }

    public DatePart? Day { get; init; }

    public DatePart? Month { get; init; }

    public DatePart? Year { get; init; }

    public bool OmitDay { get; init; }

    public bool OmitMonth { get; init; }

    public bool OmitYear { get; init; }

    /// <summary>The parts to ask for, in place of day, month and year.</summary>
    public IReadOnlyList<DatePart?> Items { get; init; } = [];

    public IReadOnlyDictionary<string, string?>? Values { get; init; }

    public override IHtmlContent Render()
    {
        var day = Day ?? new DatePart { Name = "day", Value = ValueOf("day") };
        var month = Month ?? new DatePart { Name = "month", Value = ValueOf("month") };
        var year = Year ?? new DatePart { Name = "year", Value = ValueOf("year") };
        List<DatePart> parts =
            Items.Count > 0
                ? [.. Items.OfType<DatePart>()]
                : [.. new[] { (day, OmitDay), (month, OmitMonth), (year, OmitYear) }.Where(each => !each.Item2).Select(each => each.Item1)];
        var anyMarked = parts.Any(IsMarked);
        var dates = new Element("div").Class("govuk-date-input", Classes).With(Attributes).AttributeIfAny("id", Id);
        foreach (var part in parts)
        {
            var (kind, standard, width) =
                ReferenceEquals(part, day) || part.Name == "day" || (part.Name is not null && part.Name == day.Name) ? ("day", day, 2)
                : ReferenceEquals(part, month) || part.Name == "month" || (part.Name is not null && part.Name == month.Name)
                    ? ("month", month, 2)
                : ReferenceEquals(part, year) || part.Name == "year" || (part.Name is not null && part.Name == year.Name)
                    ? ("year", year, 4)
                : ("", part, 2);
            dates.Add(Render(part, part.Name ?? kind, part.Value ?? standard.Value, width, anyMarked));
        }

        var id = Id ?? "";
        var inner = new Fragment().Add(HintAndError(id)).Add(dates);
        return StartGroup()
            .Add(InFieldset(Fieldset is null ? null : Fieldset with { Role = "group" }, DescriptionOf(id, Fieldset?.DescribedBy), inner));
    }

    private Element Render(DatePart part, string name, string? value, int width, bool anyMarked)
    {
        var classes = part.Classes ?? "";
        var marked = IsMarked(part) || (part.Error is not false && ErrorMessage is not null && !anyMarked);
        var fullName = string.IsNullOrEmpty(NamePrefix) ? name : $"{NamePrefix}-{name}";
        return new Element("div")
            .Class("govuk-date-input__item")
            .Add(
                new Input
                {
                    Label = new Label { Content = part.Label.OrElse(Capitalised(name)), Classes = "govuk-date-input__label" },
                    Id = part.Id.OrElse($"{Id}-{name}"),
                    Classes = string.Join(
                        ' ',
                        "govuk-date-input__input",
                        marked && !classes.Contains(ErrorClass, StringComparison.Ordinal) ? ErrorClass : "",
                        classes.Contains("govuk-input--width-", StringComparison.Ordinal)
                            ? ""
                            : "govuk-input--width-" + Words.Number(width),
                        classes
                    ),
                    Name = fullName,
                    Value = value ?? ValueOf(fullName),
                    Inputmode = part.Inputmode.OrElse("numeric"),
                    Autocomplete = part.Autocomplete,
                    Pattern = part.Pattern,
                    Attributes = part.Attributes,
                }.Render()
            );
    }

    private string? ValueOf(string name) => Values?.GetValueOrDefault(name);

    private static bool IsMarked(DatePart part) =>
        part.Error is true || (part.Classes?.Contains(ErrorClass, StringComparison.Ordinal) ?? false);

    private static string Capitalised(string name) =>
        name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..].ToLowerInvariant();
}
