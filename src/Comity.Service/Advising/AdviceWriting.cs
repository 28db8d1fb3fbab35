using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Search;
using Comity.Service.Storage;

namespace Comity.Service.Advising;

/// <summary>Puts a version of advice into its matter, its parts apart, and into the record.</summary>
public sealed class AdviceWriting(ComityDb db, AdviceRules rules, Messages messages, ContentStore contents, Decisions decisions)
{
    /// <summary>The kind of message in which the recommendation and the files stand.</summary>
    public const string MessageKind = "advice";

    /// <summary>What is wrong with it, the protocol's own word included; and that word, to be kept.</summary>
    internal async Task<(FieldErrors Errors, AdviceAnswer? Answer)> CheckAsync(
        AdviceWords words,
        bool isFirst,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        var errors = new FieldErrors();
        words.Check(errors, isFirst);
        if (errors.Any)
        {
            return (errors, null);
        }

        var answer = await rules.GivingAsync(words.About!, words.IsOwn, !string.IsNullOrWhiteSpace(words.Views), on, cancellationToken);
        var clause = answer.Decision.DecidedBy.Count > 0 ? $" (clause {answer.Decision.DecidedBy[0].Clause})" : "";
        if (answer.IsBarred)
        {
            errors.Add(words.IsOwn ? nameof(words.About) : nameof(words.IsOwn), answer.Why + clause);
        }
        else if (answer.IsAdvisedAgainst)
        {
            errors.Text(words.Reason, nameof(words.Reason), $"{answer.Why}{clause} Enter why you go on", 1000);
        }
        else
        {
            // Where the protocol does not ask whose view it is, Comity does: advice stands under a name here.
            errors.When(
                !words.IsOwn,
                nameof(words.IsOwn),
                "Say that the view and the recommendation are your own: it stands under your name"
            );
        }

        return (errors, answer);
    }

    internal async Task<AdviceVersion> WriteAsync(
        CouncilWrite write,
        Matter matter,
        PieceOfAdvice advice,
        int number,
        AdviceWords words,
        AdviceAnswer answer,
        CancellationToken cancellationToken
    )
    {
        var message = await messages.PostAsync(
            write,
            matter,
            MessageKind,
            Parts.Content,
            words.Recommendation!.Trim(),
            words.Files,
            cancellationToken
        );
        var version = new AdviceVersion
        {
            Id = Guid.CreateVersion7(new DateTimeOffset(write.At)),
            AdviceId = advice.Id,
            Number = number,
            MessageId = message.Id,
            AnalysisContentId = (await AddAsync(matter, words.Analysis, cancellationToken))!.Value,
            OptionsContentId = await AddAsync(matter, words.Options, cancellationToken),
            ViewsContentId = await AddAsync(matter, words.Views, cancellationToken),
            ChangedContentId = number == 1 ? null : await AddAsync(matter, words.Changed, cancellationToken),
            WrittenAt = write.At,
        };
        db.Add(version);
        await decisions.KeepAsync(write, matter, answer.ToKeep(), cancellationToken);
        write.Record(
            "advice-written",
            matter,
            Parts.Content,
            new JsonObject
            {
                ["advice"] = advice.Id.ToString("D", CultureInfo.InvariantCulture),
                ["author"] = write.Acting.Name,
                ["version"] = number,
                ["about"] = words.About,
                ["analysis"] = words.Analysis!.Trim(),
                ["options"] = words.Options?.Trim(),
                ["views-reported"] = words.Views?.Trim(),
                ["recommendation"] = words.Recommendation.Trim(),
                ["changed"] = words.Changed?.Trim(),
                ["reason-to-go-on"] = words.Reason?.Trim(),
                ["registers"] = new JsonArray([.. answer.Decision.Registers.Select(register => (JsonNode)register.Name)]),
            }
        );
        return version;
    }

    private async Task<Guid?> AddAsync(Matter matter, string? text, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var words = text.Trim();
        var stored = await contents.AddTextAsync(matter.Id, Parts.Content, Parts.ClassOf(matter, Parts.Content), words, cancellationToken);
        SearchText.Add(db, matter, Parts.Content, stored.Id, words);
        return stored.Id;
    }
}
