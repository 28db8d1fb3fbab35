using Microsoft.AspNetCore.Http;

namespace Comity.GovUk.Tags;

/// <summary>The fields of the page in the order in which they stand on it, which the model state does not know.</summary>
public sealed class PageFields
{
    private readonly List<PageField> fields = [];

    public IReadOnlyList<PageField> InOrder => fields;

    public static PageFields Of(HttpContext context)
    {
        if (context.Items[typeof(PageFields)] is not PageFields found)
        {
            found = new PageFields();
            context.Items[typeof(PageFields)] = found;
        }

        return found;
    }

    /// <summary>Called before a field renders what is inside it, so that a question comes before the questions it reveals.</summary>
    public void Add(PageField field) => fields.Add(field);
}
