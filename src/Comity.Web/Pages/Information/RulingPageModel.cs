using Comity.Service.Information;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Information;

/// <summary>A page on which something is decided of an item: all of it, part of it, or nothing, with coded reasons and words.</summary>
public abstract class RulingPageModel(
    Comity.Service.Requests.Enquiries enquiries,
    InformationItems items,
    InformationRules rules,
    DecideItem decide,
    CurrentViewer current
) : ItemPageModel(enquiries, items, current)
{
    protected DecideItem Ruling { get; } = decide;

    [BindProperty]
    public string? Outcome { get; set; }

    [BindProperty]
    public List<string> Grounds { get; set; } = [];

    [BindProperty]
    public string? Reasons { get; set; }

    [BindProperty]
    public string? LeftOut { get; set; }

    [BindProperty]
    public string? InSpite { get; set; }

    [BindProperty]
    public bool Confidential { get; set; }

    public IReadOnlyList<WithholdingGround> Offered { get; private set; } = [];

    public ItemVerdict? Verdict { get; private set; }

    /// <summary>What is not there cannot be let out or kept back.</summary>
    public bool IsThere => Read.Findings is null or { Holding: ItemFindings.Held };

    protected override async Task ReadMoreAsync(CancellationToken cancellationToken)
    {
        await base.ReadMoreAsync(cancellationToken);
        Offered = await Ruling.GroundsAsync(Matter, cancellationToken);
        Verdict = Read.Findings is null ? null : await rules.OfAsync(Read, Viewer, Today, [], cancellationToken);
    }

    /// <summary>What was decided, as it was typed.</summary>
    protected DecideItemRequest Take()
    {
        var outcome = ItemOutcome.Open;
        if (IsThere)
        {
            outcome = Outcome switch
            {
                "all" => ItemOutcome.All,
                "part" => ItemOutcome.Part,
                "refused" => ItemOutcome.Refused,
                _ => ItemOutcome.Open,
            };
            if (outcome == ItemOutcome.Open)
            {
                ModelState.AddModelError(nameof(Outcome), "Choose what the member can have");
            }
        }

        if (Grounds.Exists(key => Offered.All(ground => ground.Key != key)))
        {
            ModelState.AddModelError(nameof(Grounds), "Choose reasons from the list");
        }

        var isKeptBack = outcome is ItemOutcome.Part or ItemOutcome.Refused;
        return new DecideItemRequest(
            At,
            Number,
            outcome,
            new ItemRuling(
                isKeptBack ? [.. Grounds.Distinct()] : [],
                Text(Reasons, nameof(Reasons), isKeptBack ? "Enter why it is kept back" : null),
                Text(LeftOut, nameof(LeftOut), outcome == ItemOutcome.Part ? "Enter what is left out" : null),
                Text(InSpite, nameof(InSpite), null)
            ),
            Confidential
        );
    }
}
