using System.Globalization;
using System.Text.Json.Nodes;
using Comity.Protocols;
using Comity.Protocols.Language;
using Comity.Service.Matters;
using Comity.Service.People;
using Comity.Service.ProtocolLibrary;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Rulings;

/// <summary>The Monitoring Officer says what the protocol means for an act in a situation.</summary>
public sealed record MakeRulingRequest
{
    public string? Title { get; init; }

    /// <summary>Lasting ids of the clauses that it is about.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];
    public string? Act { get; init; }
    public string? By { get; init; }
    public string? To { get; init; }
    public string? About { get; init; }
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();
    public RulingEffect? Effect { get; init; }
    public string? ReferredTo { get; init; }
    public string? Answer { get; init; }
    public string? Reasons { get; init; }
    public bool OnReference { get; init; }

    /// <summary>The question of which it comes, as it was seen; null where nobody put one through the service.</summary>
    public MatterAt? At { get; init; }
    public DateOnly? From { get; init; }

    /// <summary>The number of the ruling that it takes the place of.</summary>
    public int? Replaces { get; init; }
    public string? Opened { get; init; }

    internal string FactText =>
        string.Join('\n', Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => $"{fact.Key} = {fact.Value}"));
}

public sealed class MakeRuling(
    ComityDb db,
    Library library,
    CouncilWrites writes,
    Enquiries enquiries,
    Messages messages,
    EnquiryNotices notices
)
{
    /// <summary>The kind of message by which a question tells what came of it.</summary>
    public const string MessageKind = "ruling";

    /// <summary>A ruling comes of a question about the protocol, made by whoever has it to answer.</summary>
    public static bool MayComeOf(Standing question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return question.IsOwner && question.Matter.Kind == EnquiryKind.ProtocolQuestion.Key && question.Matter.State != MatterState.Closed;
    }

    public async Task<RegisterChange> ExecuteAsync(Viewer acting, MakeRulingRequest request, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(acting);
        ArgumentNullException.ThrowIfNull(request);
        if (!acting.Holds("monitoring-officer"))
        {
            return new RegisterChange.Missing();
        }

        var question = request.At is null ? null : await enquiries.FindAsync(request.At.Reference, acting, ct);
        if (request.At is not null && (question is null || !MayComeOf(question)))
        {
            return new RegisterChange.Missing();
        }

        await using var write = await writes.BeginAsync(acting.Acting(), ct);
        var read = await library.OnAsync(write.Today, ct);
        var before = await db.Rulings.OrderBy(ruling => ruling.Number).ToListAsync(ct);
        AsOpened.StillFits(request.Opened, AsOpened.Of(before));
        var replaced = before.Find(ruling => ruling.Number == request.Replaces);
        var errors = Check(request, read, write.Today, before, replaced);
        if (errors.Any)
        {
            return errors.Refused;
        }

        var places = new[] { request.By, request.To, request.About };
        if (await db.RefusalAsync(acting, read.Protocol, request.Act!, places, ct) is { } refusal)
        {
            return new RegisterChange.Refused([new(nameof(request.Act), refusal)]);
        }

        var ruling = new Ruling
        {
            Id = write.NewId(),
            Number = before.Count + 1,
            Title = request.Title!.Trim(),
            Clauses = string.Join(' ', request.Clauses),
            Despite = string.Join(' ', NormsOf(read, request).Distinct()),
            Act = request.Act!,
            ByRole = request.By,
            ToRole = request.To,
            AboutRole = request.About,
            Facts = request.FactText,
            Effect = request.Effect!.Value,
            ReferredTo = request.Effect == RulingEffect.Referred ? request.ReferredTo : null,
            Answer = request.Answer!.Trim(),
            Reasons = request.Reasons!.Trim(),
            OnReference = request.OnReference || question is not null,
            MatterId = question?.Matter.Id,
            AuthorPersonId = acting.PersonId,
            AuthorName = acting.Name,
            Binding = read.RulingsBind,
            From = request.From!.Value,
            ReplacesId = replaced?.Id,
            RecordedAt = write.At,
        };
        if (replaced is not null)
        {
            replaced.Until = ruling.From.AddDays(-1);
            replaced.EndedBecause = $"Replaced by R{ruling.Number.ToString(CultureInfo.InvariantCulture)}";
        }

        if (ruling.Binding && Trouble(read, [.. before, ruling], ruling, write.Today) is { } trouble)
        {
            db.ChangeTracker.Clear();
            return new RegisterChange.Refused([trouble]);
        }

        db.Add(ruling);
        await db.SaveChangesAsync(ct);
        if (ruling.Binding)
        {
            await db.BeginEditionAsync(write, read, ct);
        }

        write.Record("ruling-made", Remember(ruling, replaced));
        if (question is not null)
        {
            await AnswerAsync(write, await write.MatterAsync(question.Matter.Id, request.At!.Version, ct), ruling, ct);
        }

        await write.CommitAsync(ct);
        return new RegisterChange.Done(ruling.Id);
    }

    /// <summary>Whoever asked learns what came of it; the ruling itself names no question and nobody who asked.</summary>
    private async Task AnswerAsync(CouncilWrite write, Matter question, Ruling ruling, CancellationToken ct)
    {
        var words = string.Create(CultureInfo.InvariantCulture, $"R{ruling.Number} {ruling.Title}");
        await messages.PostAsync(write, question, MessageKind, Parts.Content, words, [], ct);
        await notices.TellMemberAsync(write, question, "The Monitoring Officer has said what the protocol means here.", ct);
    }

    private static FieldErrors Check(MakeRulingRequest request, ReadTogether read, DateOnly today, List<Ruling> before, Ruling? replaced)
    {
        var words = read.Vocabulary;
        var errors = new FieldErrors();
        var clauses = ClausesOf(read).Select(clause => clause.LastingId).ToHashSet(StringComparer.Ordinal);
        errors.Text(request.Title, nameof(request.Title), "Enter the question in a few words", 160);
        errors.When(request.Act is null || !words.Acts.ContainsKey(request.Act), nameof(request.Act), "Choose what would be done");
        errors.When(request.Clauses.Any(id => !clauses.Contains(id)), nameof(request.Clauses), "Choose clauses of the protocol");
        errors.When(request.Clauses.Count > 6, nameof(request.Clauses), "Choose six clauses or fewer");
        errors.When(IsNoRole(request.By), nameof(request.By), "Choose somebody from the list");
        errors.When(IsNoRole(request.To), nameof(request.To), "Choose somebody from the list");
        errors.When(IsNoRole(request.About), nameof(request.About), "Choose somebody from the list");
        errors.When(
            request.Facts.Count > 8
                || request.Facts.Any(fact =>
                    !words.Facts.TryGetValue(fact.Key, out var known)
                    || known.Kind == Comity.Protocols.Vocabularies.FactKind.Date
                    || known.Name == Comity.Protocols.Vocabularies.Fact.UnresolvedAt
                    || Situation.In(words).Act(words.Acts.Keys.First()).With(fact.Key, fact.Value).Diagnostics.Count > 0
                ),
            nameof(request.Act),
            "A ruling is about eight facts or fewer, none of them a date"
        );
        errors.When(request.Effect is null, nameof(request.Effect), "Choose what the protocol means here");
        errors.When(
            request.Effect == RulingEffect.Referred && (request.ReferredTo is null || IsNoRole(request.ReferredTo)),
            nameof(request.ReferredTo),
            "Choose who decides"
        );
        errors.Text(request.Answer, nameof(request.Answer), "Enter the answer in plain words", 2000);
        errors.Text(request.Reasons, nameof(request.Reasons), "Enter the reasons", 4000);
        errors.When(request.From is null, nameof(request.From), "Enter the first day on which it holds");
        errors.When(
            request.From < today,
            nameof(request.From),
            "The first day must be today or later: what was done before is judged without the ruling"
        );
        errors.When(
            request.Replaces is not null && replaced is not { Until: null, AdoptedFrom: null },
            nameof(request.Title),
            "The ruling that this one would replace has ended, is the council's by now, or is not there"
        );
        errors.When(
            replaced is not null && request.From <= replaced.From,
            nameof(request.From),
            "The first day must be after the first day of the ruling that it replaces"
        );
        errors.When(
            request.Replaces is null
                && before.Exists(other =>
                    other.Until is null
                    && other.Act == request.Act
                    && other.ByRole == request.By
                    && other.ToRole == request.To
                    && other.AboutRole == request.About
                    && other.Facts == request.FactText
                ),
            nameof(request.Act),
            "There is a ruling on exactly this already. Replace that one"
        );
        return errors;

        bool IsNoRole(string? role) => role is not null && !words.Roles.ContainsKey(role);
    }

    private static IEnumerable<Clause> ClausesOf(ReadTogether read) => read.File.Clauses.Concat(read.Beneath?.Clauses ?? []);

    // What the clauses lay down on the act. Words that only guide stand beside the ruling as before.
    private static IEnumerable<string> NormsOf(ReadTogether read, MakeRulingRequest request) =>
        read
            .File.Norms.Concat(read.Beneath?.Norms ?? [])
            .Where(norm => request.Clauses.Contains(norm.Clause.LastingId))
            .Where(norm => norm.Rules.Any(rule => rule.IsActionable && rule.Scope.Acts.Any(act => act.Text == request.Act)))
            .Select(norm => norm.Id);

    // A ruling that would change nothing, or break the text, is not made: it is tried on its own situation first.
    private static FieldError? Trouble(ReadTogether read, IReadOnlyList<Ruling> rulings, Ruling ruling, DateOnly today)
    {
        var texts = RulingTexts.Of(rulings, read.Vocabulary, today).Select(text => ProtocolFile.Read(text, read.Vocabulary)).ToList();
        var others = read.Protocol.Files.Skip(1).Where(file => !file.Source.Path.StartsWith(RulingTexts.Folder, StringComparison.Ordinal));
        var with = Protocol.Compile(read.File, [.. others, .. texts]);
        var paths = texts.ConvertAll(text => text.Source.Path);
        if (with.Diagnostics.FirstOrDefault(found => found.Severity == Severity.Error && paths.Contains(found.Path)) is { } fault)
        {
            return new(nameof(MakeRulingRequest.Clauses), $"The ruling cannot stand: {fault.Message}");
        }

        var answer = with.Decide(ruling.SituationIn(read.Vocabulary, ruling.From));
        var comesThrough = ruling.Effect switch
        {
            RulingEffect.NotPermitted => answer.Outcome == Outcome.Forbidden,
            RulingEffect.Permitted => answer.Outcome
                is Outcome.Permitted
                    or Outcome.PermittedOnCondition
                    or Outcome.Referred
                    or Outcome.NeedsFacts,
            _ => answer.Outcome is not (Outcome.Forbidden or Outcome.CannotTell)
                && answer.Route.Any(step => step.Citations.Any(citation => citation.Layer == Layer.Ruling)),
        };
        if (comesThrough)
        {
            return null;
        }

        var against = answer.DecidedBy.FirstOrDefault(citation => citation.Layer != Layer.Ruling);
        return new(
            nameof(MakeRulingRequest.Clauses),
            against switch
            {
                { Layer: Layer.Law } => $"The law says otherwise ({against.Clause}), and a ruling does not override it",
                { Layer: Layer.Safeguard } => $"A safeguard of Comity's own says otherwise ({against.Clause})",
                { } => $"{against.Clause} {against.Heading} still says otherwise. Choose it as well, if the ruling is about what it means",
                null => "The answer would be the same without it",
            }
        );
    }

    private static JsonObject Remember(Ruling ruling, Ruling? replaced) =>
        new()
        {
            ["ruling"] = $"{ruling.Id:N}",
            ["number"] = ruling.Number,
            ["question"] = ruling.Title,
            ["clauses"] = ruling.Clauses,
            ["act"] = ruling.Act,
            ["by"] = ruling.ByRole,
            ["to"] = ruling.ToRole,
            ["about"] = ruling.AboutRole,
            ["facts"] = ruling.Facts,
            ["effect"] = ruling.Effect.ToString(),
            ["referredTo"] = ruling.ReferredTo,
            ["answer"] = ruling.Answer,
            ["reasons"] = ruling.Reasons,
            ["onReference"] = ruling.OnReference,
            ["binding"] = ruling.Binding,
            ["from"] = ruling.From.Iso(),
            ["replaces"] = replaced is null ? null : $"{replaced.Id:N}",
        };
}
