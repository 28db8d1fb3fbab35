using Comity.Protocols.Vocabularies;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class ChangeKindModel(Comity.Service.Requests.Enquiries enquiries, ChangeKind act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    public string? To { get; set; }

    /// <summary>What has been answered so far, by fact. Without its name a form that answers nothing yet would be taken for it as a whole.</summary>
    [BindProperty(Name = nameof(Facts))]
    public Dictionary<string, string> Facts { get; set; } = [];

    [BindProperty]
    public string? Fact { get; set; }

    [BindProperty]
    public string? Value { get; set; }

    /// <summary>What the protocol still needs to know of it as the other kind; null while the kind itself is asked for.</summary>
    public Fact? Next { get; private set; }

    public EnquiryKind Kind => EnquiryKind.Find(Matter.Kind) ?? throw new NotFoundException();

    public EnquiryKind? Chosen => Kinds.FirstOrDefault(kind => kind.Key == To);

    public IEnumerable<EnquiryKind> Kinds => EnquiryKind.All.Where(kind => kind.Key != Matter.Kind && !kind.IsMeeting);

    protected override string Missing => "Enter why it is something else";

    protected override bool May(Standing standing) => ChangeKind.May(standing, Viewer);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (Chosen is null)
        {
            ModelState.AddModelError(nameof(To), "Choose what it is");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        Next = await NextAsync(cancellationToken);
        if (Fact is not null && Next?.Name == Fact)
        {
            if (Next.Choices.All(choice => choice.Name != Value))
            {
                ModelState.AddModelError(nameof(Value), "Choose an answer");
                return Page();
            }

            Facts[Fact] = Value!;
            ModelState.Remove(nameof(Value));
            Value = null;
            Next = await NextAsync(cancellationToken);
        }

        if (Next is not null)
        {
            return Page();
        }

        var result = await FinishAsync(
            () => act.ExecuteAsync(new ChangeKindRequest(At, Chosen!, Facts, Words!.Trim()), Viewer, cancellationToken),
            $"It is dealt with as {Chosen!.ANoun} now.",
            nameof(To),
            cancellationToken
        );

        // As something else it may be somebody else's.
        return result is LocalRedirectResult && !await HasItStillAsync(cancellationToken) ? RedirectToPage("/Owed/WhatIOwe") : result;
    }

    private async Task<Fact?> NextAsync(CancellationToken cancellationToken) =>
        (await act.AsAsync(Matter, Chosen!, Facts, Today, cancellationToken)).Question?.Fact;
}
