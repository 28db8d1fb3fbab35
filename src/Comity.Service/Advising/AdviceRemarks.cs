using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Advising;

/// <summary>Puts what somebody says to a piece of advice beside it, with what the protocol says of that, and into the record.</summary>
public sealed class AdviceRemarks(ComityDb db, ContentStore contents, Decisions decisions)
{
    internal async Task<AdviceRemark> AddAsync(
        CouncilWrite write,
        Matter matter,
        PieceOfAdvice advice,
        AdviceRemarkKind kind,
        string ofToken,
        string part,
        string? words,
        AdviceAnswer answer,
        JsonObject also,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var text = string.IsNullOrWhiteSpace(words) ? null : words.Trim();
        var content = text is null
            ? null
            : (await contents.AddTextAsync(matter.Id, part, Parts.ClassOf(matter, part), text, cancellationToken)).Id as Guid?;
        var adviceId = advice.Id;
        var remark = new AdviceRemark
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            AdviceId = adviceId,
            Number = await db.AdviceRemarks.CountAsync(one => one.AdviceId == adviceId, cancellationToken) + 1,
            Kind = kind,
            Version = await db.AdviceVersions.CountAsync(one => one.AdviceId == adviceId, cancellationToken),
            ByToken = write.ActorToken(matter),
            OfToken = ofToken,
            Part = part,
            ContentId = content,
            Outcome = answer.Decision.Outcome.ToString(),
            Norms = answer.Norms,
            At = write.At,
        };
        db.Add(remark);
        if (part == Parts.Content)
        {
            await decisions.KeepAsync(write, matter, answer.ToKeep(), cancellationToken);
        }

        var entry = new JsonObject
        {
            ["advice"] = adviceId.ToString("D", CultureInfo.InvariantCulture),
            ["remark"] = remark.Number,
            ["kind"] = kind.ToString(),
            ["version"] = remark.Version,
            ["of"] = ofToken,
            ["words"] = text,
            ["outcome"] = remark.Outcome,
            ["norms"] = remark.Norms,
            ["situation"] = answer.Decision.Situation.ToCanonicalText(),
            ["registers"] = new JsonArray([.. answer.Decision.Registers.Select(register => (JsonNode)register.Name)]),
            ["grounds"] = new JsonArray([.. answer.Decision.Grounds.Select(ground => (JsonNode)ground.Norm)]),
        };
        foreach (var (name, value) in also)
        {
            entry[name] = value?.DeepClone();
        }

        write.Record(
            kind is AdviceRemarkKind.ChangeAsked or AdviceRemarkKind.ChangePressed ? "advice-change-wanted" : "advice-answered",
            matter,
            part,
            entry
        );
        return remark;
    }
}
