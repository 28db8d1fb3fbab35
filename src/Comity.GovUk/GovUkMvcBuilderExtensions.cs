using Comity.GovUk.Dates;
using Microsoft.Extensions.DependencyInjection;

namespace Comity.GovUk;

public static class GovUkMvcBuilderExtensions
{
    /// <summary>Dates in three fields, and messages of model binding in plain words.</summary>
    public static IMvcBuilder AddGovUk(this IMvcBuilder builder) =>
        builder.AddMvcOptions(options =>
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
