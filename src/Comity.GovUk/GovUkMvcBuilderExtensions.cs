using Comity.GovUk.Dates;
using Comity.GovUk.Layout;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Comity.GovUk;

public static class GovUkMvcBuilderExtensions
{
    /// <summary>Dates in three fields, messages of model binding in plain words, and a default brand.</summary>
    public static IMvcBuilder AddGovUk(this IMvcBuilder builder)
    {
        // One brand per request and not per process: one process may serve several organisations.
        builder.Services.TryAddScoped<Brand>(_ => new Brand());
        return builder.AddMvcOptions(options =>
        {
            options.ModelBinderProviders.Insert(0, new DateInputBinderProvider());
            var messages = options.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, field) => $"{field} is not valid");
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "The answer is not valid");
            messages.SetUnknownValueIsInvalidAccessor(field => $"{field} is not valid");
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "The answer is not valid");
            messages.SetValueIsInvalidAccessor(_ => "The answer is not valid");
            messages.SetValueMustBeANumberAccessor(field => $"{field} must be a number");
            messages.SetNonPropertyValueMustBeANumberAccessor(() => "The answer must be a number");
            messages.SetValueMustNotBeNullAccessor(_ => "Enter an answer");
        });
    }
}
