using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Comity.GovUk.Markup;
using Comity.Protocols.Calendars;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Shared;

/// <summary>The tables of the days that led to a date. Each is written once and kept as long as the working that it shows.</summary>
public sealed class WorkingTables(HtmlEncoder encoder)
{
    private readonly ConditionalWeakTable<Working, IHtmlContent> _written = [];

    public async ValueTask<IHtmlContent> OfAsync(IHtmlHelper html, Working working)
    {
        if (!_written.TryGetValue(working, out var table))
        {
            table = Kept.Of(await html.PartialAsync("_Working", working), encoder);
            _written.AddOrUpdate(working, table);
        }

        return table;
    }
}
