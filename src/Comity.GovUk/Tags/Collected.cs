using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Comity.GovUk.Tags;

/// <summary>How a tag hands its content to the tag around it.</summary>
internal static class Collected
{
    public static T Begin<T>(TagHelperContext context)
        where T : class, new()
    {
        var collection = new T();
        context.Items[typeof(T)] = collection;
        return collection;
    }

    public static T Of<T>(TagHelperContext context, string parent)
        where T : class =>
        Find<T>(context) ?? throw new InvalidOperationException($"<{context.TagName}> can only stand inside <{parent}>.");

    public static T? Find<T>(TagHelperContext context)
        where T : class => context.Items.TryGetValue(typeof(T), out var found) ? found as T : null;

    /// <summary>Content that a tag takes for itself must not end up in a tag further out.</summary>
    public static void Close<T>(TagHelperContext context)
        where T : class => context.Items.Remove(typeof(T));
}
