using System.Text.Json.Nodes;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Gives and ends leave to see parts of a matter. Each time, the record says who, what, why and on which source.</summary>
public sealed class Audience(ComityDb db)
{
    /// <summary>Comity's own safeguard for who sees a matter where the protocol lays down no wall; never cited as protocol.</summary>
    public const string SafeguardSource = "comity/audience";

    public void Give(CouncilWrite write, Matter matter, string token, IEnumerable<string> parts, string reason, string source)
    {
        foreach (var part in parts)
        {
            db.Grants.Add(
                new Grant
                {
                    Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
                    MatterId = matter.Id,
                    Part = part,
                    Token = token,
                    Reason = reason,
                    Source = source,
                    From = write.At,
                }
            );
            write.Record(
                "grant-given",
                matter,
                Parts.OfRecord(matter),
                new JsonObject
                {
                    ["part"] = part,
                    ["to"] = token,
                    ["reason"] = reason,
                    ["source"] = source,
                }
            );
        }
    }

    /// <summary>Ends what the token could see of the matter. Where another grant still stands for the same person, that one goes on.</summary>
    /// <param name="givenFor">Only what was given for this reason; null for all of it.</param>
    public async Task EndAsync(
        CouncilWrite write,
        Matter matter,
        string token,
        string reason,
        CancellationToken cancellationToken,
        string? givenFor = null
    )
    {
        var grants = await db
            .Grants.Where(grant =>
                grant.MatterId == matter.Id && grant.Token == token && grant.Until == null && (givenFor == null || grant.Reason == givenFor)
            )
            .ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            grant.Until = write.At;
            write.Record(
                "grant-ended",
                matter,
                Parts.OfRecord(matter),
                new JsonObject
                {
                    ["part"] = grant.Part,
                    ["to"] = token,
                    ["reason"] = reason,
                }
            );
        }
    }
}
