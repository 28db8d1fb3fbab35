using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Protocol;

/// <summary>What holds beside the protocol and is not the council's text: the law, and Comity's own safeguards.</summary>
public sealed class BesideModel(ComityDb db, Library library, CurrentViewer current) : PageModel
{
    public bool IsLaw { get; private set; }

    public IReadOnlyList<ProtocolFile> Files { get; private set; } = [];

    /// <summary>The rules in which something has not been compared with its source, for the Monitoring Officer; each point once.</summary>
    public IReadOnlyList<Rule> Unverified =>
        [
            .. Files
                .SelectMany(file => file.Rules)
                .Where(rule => rule.Unverified is not null)
                .DistinctBy(rule => (rule.Clause.LastingId, rule.Unverified)),
        ];

    public async Task OnGetAsync(string layer, CancellationToken cancellationToken)
    {
        IsLaw = layer == "law";
        if (await db.TextEditions.AnyAsync(cancellationToken))
        {
            var read = await library.OnAsync(current.Today, cancellationToken);
            var wanted = IsLaw ? Layer.Law : Layer.Safeguard;
            Files = [.. read.Protocol.Files.Where(file => file.Control.Layer == wanted)];
        }
    }
}
