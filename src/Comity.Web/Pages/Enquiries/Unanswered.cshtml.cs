using Comity.Protocols.Vocabularies;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class UnansweredModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    LeaveUnanswered act,
    CurrentViewer current
) : ProtocolPageModel(enquiries, rules, current)
{
    [BindProperty]
    public bool Abusive { get; set; }

    [BindProperty]
    public string? Channel { get; set; }

    /// <summary>In which ways it can have come that the protocol lets it go unanswered.</summary>
    public IReadOnlyList<FactChoice> Channels { get; private set; } = [];

    protected override string Missing => "Enter why it needs no answer";

    protected override bool May(Standing standing) => standing.IsOwner;

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Channels = await Rules.AbuseChannelsAsync(Matter, Today, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Abusive && Channels.Count > 1 && Channels.All(channel => channel.Name != Channel))
        {
            ModelState.AddModelError(nameof(Channel), "Choose how it came");
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new LeaveUnansweredRequest(At, Abusive, Words!.Trim(), Channel), Viewer, cancellationToken),
                "It is on record that this will not be answered, and why.",
                nameof(Abusive),
                cancellationToken
            )
            : Page();
    }
}
