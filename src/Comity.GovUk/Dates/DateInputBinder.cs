using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.GovUk.Dates;

/// <summary>
/// Binds a date from three fields (<c>Name.Day</c>, <c>Name.Month</c>, <c>Name.Year</c>). Where none of them was sent, as in an address
/// with <c>?from=2026-11-22</c>, the date is bound from one value in the usual way.
/// </summary>
public sealed class DateInputBinder(IModelBinder single) : IModelBinder
{
    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var values = bindingContext.ValueProvider;
        var key = bindingContext.ModelName;
        var day = values.GetValue(key + ".Day");
        var month = values.GetValue(key + ".Month");
        var year = values.GetValue(key + ".Year");
        if (day == ValueProviderResult.None && month == ValueProviderResult.None && year == ValueProviderResult.None)
        {
            await single.BindModelAsync(bindingContext);
            return;
        }

        // Kept so that the page can show again what was typed.
        var state = bindingContext.ModelState;
        state.SetModelValue(key + ".Day", day);
        state.SetModelValue(key + ".Month", month);
        state.SetModelValue(key + ".Year", year);
        state.MarkFieldSkipped(key + ".Day");
        state.MarkFieldSkipped(key + ".Month");
        state.MarkFieldSkipped(key + ".Year");

        var parts = new DateParts(day.FirstValue, month.FirstValue, year.FirstValue);
        if (parts.IsBlank && bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(null);
            return;
        }

        var reading = parts.Read();
        if (reading.Date is { } date)
        {
            bindingContext.Result = ModelBindingResult.Success(date);
        }
        else
        {
            state.TryAddModelError(key, reading.Message(NameOf(bindingContext.ModelMetadata))!);
            bindingContext.Result = ModelBindingResult.Failed();
        }
    }

    internal static string NameOf(ModelMetadata metadata)
    {
        if (!string.IsNullOrEmpty(metadata.DisplayName))
        {
            return metadata.DisplayName;
        }

        var words = new StringBuilder();
        foreach (var letter in metadata.Name ?? "Date")
        {
            var starts = char.IsUpper(letter) && words.Length > 0;
            words.Append(starts ? " " : "").Append(starts ? char.ToLowerInvariant(letter) : letter);
        }

        words[0] = char.ToUpperInvariant(words[0]);
        return words.ToString();
    }
}
