using Comity.Service.Matters;
using Comity.Service.Requests;

namespace Comity.Service.Information;

public sealed record StateNeedRequest(MatterAt At, int Item, StatedNeed Need);

/// <summary>The member says why something is needed and what for. Whoever decides weighs it; what is let out may be used for that.</summary>
public sealed class StateNeed(Enquiries enquiries, InformationItems items, EnquiryNotices notices)
{
    public Task<ActResult> ExecuteAsync(StateNeedRequest request, Viewer viewer, CancellationToken cancellationToken) =>
        enquiries.ActAsync(
            request.At,
            viewer,
            standing => standing.IsAsker,
            async opened =>
            {
                var (matter, write) = (opened.Matter, opened.Write);
                if (await items.FindAsync(matter, request.Item, cancellationToken) is not { } read)
                {
                    return new("There is no such item.", Audience.SafeguardSource);
                }

                if (read.Item.Outcome != ItemOutcome.Open)
                {
                    return new("It has been decided. Ask for it to be looked at again.", Audience.SafeguardSource);
                }

                read.Item.NeedContentId = await items.KeepAsync(
                    write,
                    matter,
                    read.Item,
                    Parts.Content,
                    "need-stated",
                    request.Need,
                    cancellationToken
                );
                await notices.TellOwnerAsync(write, matter, "The member has said why it is needed.", cancellationToken);
                return null;
            },
            cancellationToken
        );
}
