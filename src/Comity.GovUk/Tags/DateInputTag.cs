using Comity.GovUk.Components;
using Comity.GovUk.Dates;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>Asks for a date in three fields, bound to a <see cref="DateOnly"/> by <see cref="DateInputBinder"/>.</summary>
[HtmlTargetElement("govuk-date-input")]
public sealed class DateInputTag : FieldsetFieldTag
{
    [HtmlAttributeName("value")]
    public DateOnly? Value { get; set; }

    /// <summary>Lets the browser offer what it knows: true for a date of birth.</summary>
    [HtmlAttributeName("is-birthday")]
    public bool IsBirthday { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var typed = new DateParts(Typed("Day"), Typed("Month"), Typed("Year"));
        var values = typed is { Day: null, Month: null, Year: null } ? DateParts.Of(Value ?? For?.Model as DateOnly?) : typed;
        var hasError = !string.IsNullOrEmpty(ErrorMessage) || ModelErrors.Of(ViewContext.ModelState, FieldName).Count > 0;

        // Only the parts at fault are marked; an error of the date as a whole ("must be in the past") marks all three.
        var fields = values.Read().Fields;
        var atFault =
            !hasError ? DateFields.None
            : fields == DateFields.None ? DateFields.All
            : fields;
        var first =
            atFault.HasFlag(DateFields.Day) || atFault == DateFields.None ? "Day"
            : atFault.HasFlag(DateFields.Month) ? "Month"
            : "Year";
        var parts = Begin(context, FieldId + "_" + first);
        await output.GetChildContentAsync();
        Put(
            output,
            new DateInput
            {
                Id = FieldId,
                Items =
                [
                    Part("Day", values.Day, "2", atFault.HasFlag(DateFields.Day), "bday-day"),
                    // Month is not asked for with a number pad alone: its name may be typed too.
                    Part("Month", values.Month, "2", atFault.HasFlag(DateFields.Month), "bday-month"),
                    Part("Year", values.Year, "4", atFault.HasFlag(DateFields.Year), "bday-year"),
                ],
                Classes = Classes,
                Fieldset = FieldsetOf(parts),
                Hint = HintOf(parts),
                ErrorMessage = ErrorOf(parts),
                FormGroup = FormGroup,
                Attributes = Rest(output),
            }.Render()
        );
    }

    private DatePart Part(string name, string? value, string width, bool atFault, string autocomplete) =>
        new()
        {
            Id = FieldId + "_" + name,
            Name = FieldName + "." + name,
            Label = name,
            Value = value,
            Classes = "govuk-input--width-" + width,
            Error = atFault,
            Autocomplete = IsBirthday ? autocomplete : null,
        };

    private string? Typed(string name) =>
        ViewContext.ModelState.TryGetValue(FieldName + "." + name, out var entry) ? entry.AttemptedValue : null;
}
