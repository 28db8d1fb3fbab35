using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Binders;

namespace Comity.Web.Infrastructure;

/// <summary>
/// Every text that comes in by a form or an address. A NUL cannot be kept: PostgreSQL refuses it, and SQLite cuts the text off there. It is taken out and
/// the field says so.
/// </summary>
internal sealed class KeepableTextProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string)
            ? new KeepableText(new SimpleTypeModelBinder(typeof(string), context.Services.GetRequiredService<ILoggerFactory>()))
            : null;
}
