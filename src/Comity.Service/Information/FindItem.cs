using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Information;

public sealed record FindItemRequest(MatterAt At, int Item, ItemFindings Findings, ItemConsents Consents);

/// <summary>
/// The officer puts on record what was found of an item: whether the council holds it, whose it is, who has agreed, and what the protocol wants to be established
/// before anything is let out.
/// </summary>
public sealed class FindItem(Enquiries enquiries, InformationItems items)
{
    public Task<ActResult> ExecuteAsync(FindItemRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsOwner,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await items.FindAsync(matter, request.Item, cancellationToken) is not { } read)
                {
                    return new("There is no such item.", Audience.SafeguardSource);
                }

                if (matter.State == MatterState.Closed)
                {
                    return new(InformationItems.Closed, Audience.SafeguardSource);
                }

                if (read.Item.Outcome != ItemOutcome.Open)
                {
                    return new("It has been decided. A decision is changed by looking at it again.", Audience.SafeguardSource);
                }

                read.Item.FoundContentId = await items.KeepAsync(
                    write,
                    matter,
                    read.Item,
                    Parts.Notes,
                    "item-found",
                    request.Findings,
                    cancellationToken
                );

                // Who has agreed is about people outside the council: sealed in every matter, as a resident's details are.
                read.Item.ConsentContentId = await items.KeepAsync(
                    write,
                    matter,
                    read.Item,
                    Parts.Constituent,
                    "consent-recorded",
                    request.Consents,
                    cancellationToken
                );
                return null;
            },
            cancellationToken
        );
}
