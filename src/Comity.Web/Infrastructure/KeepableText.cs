using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Infrastructure;

/// <summary>Binds a text without the characters that no database keeps, and says so beside the field when there were any.</summary>
internal sealed class KeepableText(IModelBinder inner) : IModelBinder
{
    public const string Message =
        "There was a character in it that cannot be kept. It has been taken out: check the text and send it again";

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        await inner.BindModelAsync(bindingContext);
        if (bindingContext.Result.Model is string text && text.Contains('\0', StringComparison.Ordinal))
        {
            var kept = text.Replace("\0", "", StringComparison.Ordinal);
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, kept, kept);
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, Message);
            bindingContext.Result = ModelBindingResult.Success(kept);
        }
    }
}
