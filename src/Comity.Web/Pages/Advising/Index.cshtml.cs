using Comity.Service.Advising;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Enquiries;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Advising;

/// <summary>The advice in a matter: what it says, in parts that are kept apart, and what members have said to it.</summary>
public sealed class IndexModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AdviceReading reading,
    LinkedMatters linked,
    ReadLog reads,
    CurrentViewer current
) : EnquiryPage(enquiries, current)
{
    public IReadOnlyList<AdviceShown> All { get; private set; } = [];

    /// <summary>The news in which the facts behind it were given to every member.</summary>
    public IReadOnlyList<LinkedMatters.Linked> FactsIn { get; private set; } = [];

    public bool IsReader => AdviceInMatter.IsReader(Standing, Viewer);
    public bool IsAdviser => AdviceInMatter.IsAdviser(Standing, Viewer);

    /// <summary>Whoever has it to answer and has given no advice of their own yet.</summary>
    public bool MayBegin => IsAdviser && !All.Any(advice => advice.IsOwn);

    protected override bool May(Standing standing) => AdviceInMatter.IsFor(standing.Matter) && standing.MaySee(Parts.Content);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (Matter.Class == ContentClass.Sealed)
        {
            await reads.NoteAsync(Matter, Parts.Content, Viewer, cancellationToken);
        }

        return Page();
    }

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        All = await reading.OfAsync(await inMatter.AllAsync(Matter.Id, cancellationToken), Standing, Viewer, cancellationToken);
        FactsIn = await linked.FactsAsync(Matter, Viewer, Now, cancellationToken);
    }
}
