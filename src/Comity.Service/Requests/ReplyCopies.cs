using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;

namespace Comity.Service.Requests;

/// <summary>
/// Copies an answer on a ward matter to those who are to have one by the protocol. Each is a line in "Who can see this"; whoever leaves them out gives a
/// reason, which is kept on the record.
/// </summary>
public sealed class ReplyCopies(EnquiryRules rules, MatterParties parties, Audience audience, Notices notices)
{
    /// <summary>Those who would get one and have none yet.</summary>
    public async Task<IReadOnlyList<(HeldOffice Office, string Norm)>> WantedAsync(
        Matter matter,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var stand = await parties.OfAsync(matter, cancellationToken);
        var asker = await parties.InAsync(stand, MatterParties.RaisedBy, cancellationToken);
        var have = stand.Where(party => party.Place == MatterParties.CopiedIn).Select(party => party.PersonId).ToHashSet();
        return asker is null
            ? []
            :
            [
                .. (await rules.CopiesOfReplyAsync(matter, asker.PersonId, on, cancellationToken)).Where(copy =>
                    !have.Contains(copy.Office.PersonId)
                ),
            ];
    }

    public async Task GiveAsync(CouncilWrite write, Matter matter, string? whyNot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(matter);
        var wanted = await WantedAsync(matter, write.Today, cancellationToken);
        if (wanted.Count > 0 && !string.IsNullOrWhiteSpace(whyNot))
        {
            write.Record(
                "reply-not-copied",
                matter,
                Parts.Content,
                new JsonObject
                {
                    ["norm"] = wanted[0].Norm,
                    ["left-out"] = new JsonArray([
                        .. wanted.Select(copy => (JsonNode)copy.Office.PersonId.ToString("D", CultureInfo.InvariantCulture)),
                    ]),
                    ["reason"] = whyNot.Trim(),
                }
            );
            return;
        }

        foreach (var (member, norm) in wanted)
        {
            // A person and not an office: a copy is for whoever represents the ward now.
            var party = await parties.PlaceAsync(write, matter, MatterParties.CopiedIn, member.PersonId, null, cancellationToken);
            audience.Give(write, matter, party.Token, [Parts.Matter, Parts.Content], "Was copied in.", norm);
            await notices.TellAsync(
                write,
                member.PersonId,
                matter,
                "An officer has answered another member on a matter in your ward, and you have a copy.",
                cancellationToken
            );
        }
    }
}
