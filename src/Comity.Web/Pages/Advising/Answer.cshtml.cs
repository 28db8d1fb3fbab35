using Comity.Service.Advising;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Advising;

/// <summary>A member says where they stand to advice: beside it, under their own name.</summary>
public sealed class AnswerModel(
    Comity.Service.Requests.Enquiries enquiries,
    AdviceInMatter inMatter,
    AnswerAdvice answer,
    AdviceRules rules,
    CurrentViewer current
) : AdvicePage(enquiries, inMatter, current)
{
    [BindProperty]
    public string? Stand { get; set; }

    [BindProperty]
    public string? Venue { get; set; }

    /// <summary>What the protocol says of weighing advice, and of not sharing it.</summary>
    public ProtocolSays Weighing { get; private set; } = ProtocolSays.Nothing;
    public ProtocolSays Disagreeing { get; private set; } = ProtocolSays.Nothing;

    public IReadOnlyList<SelectListItem> Stands { get; } =
    [
        new("I have read it and take it into account", nameof(AdviceRemarkKind.Weighed)),
        new("I take another view", nameof(AdviceRemarkKind.OtherView)),
        new("I do not follow it", nameof(AdviceRemarkKind.NotFollowed)),
    ];

    public IReadOnlyList<SelectListItem> Venues { get; } =
    [
        new("Here, in writing", "private"),
        new("At a meeting open to the public", "public-meeting"),
        new("At a meeting closed to the public", "private-meeting"),
    ];

    protected override string Missing => "Enter your view: it stands beside the advice";

    protected override bool WordsAreOptional => Stand == nameof(AdviceRemarkKind.Weighed);

    protected override bool May(Standing standing) => AdviceInMatter.IsReader(standing, Viewer);

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        if (Advice is null)
        {
            throw new NotFoundException();
        }

        Weighing = (await rules.WeighingAsync(Viewer.Roles, Today, cancellationToken)).Says;
        Disagreeing = (
            await rules.DisagreeingAsync(Viewer.Roles, string.IsNullOrEmpty(Venue) ? "private" : Venue, Today, cancellationToken)
        ).Says;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Venues.All(venue => venue.Value != Venue))
        {
            Venue = "private";
        }

        await CheckAsync(cancellationToken);
        if (Stands.All(stand => stand.Value != Stand) || !Enum.TryParse<AdviceRemarkKind>(Stand, out var kind))
        {
            ModelState.AddModelError(nameof(Stand), "Choose where you stand");
            return Page();
        }

        return ModelState.IsValid
            ? await FinishAsync(
                () => answer.ExecuteAsync(new AnswerAdviceRequest(At, Advice!.Number, kind, Venue!, Words), Viewer, cancellationToken),
                "It stands beside the advice.",
                nameof(Stand),
                cancellationToken
            )
            : Page();
    }
}
