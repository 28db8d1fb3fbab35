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

    protected override string Missing => "Enter why it needs no answer";

    protected override bool May(Standing standing) => standing.IsOwner;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new LeaveUnansweredRequest(At, Abusive, Words!.Trim()), Viewer, cancellationToken),
                "It is on record that this will not be answered, and why.",
                nameof(Abusive),
                cancellationToken
            )
            : Page();
    }
}
