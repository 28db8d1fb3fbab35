using System.Globalization;
using Comity.Protocols;
using Comity.Service.People;
using Comity.Service.Rulings;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Rulings;

/// <summary>A ruling as people read it: what it says, by whom, since when, and what it counts for.</summary>
public sealed record RulingAsRead(Ruling Ruling, DateOnly Today, string? AdoptedBy, int? ReplacedBy, int? Replaces)
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"R{Ruling.Number}");

    public string Link => string.Create(CultureInfo.InvariantCulture, $"/rulings/{Ruling.Number}");

    public bool HasEnded => Ruling.Until < Today || Ruling.Until < Ruling.From;

    public bool IsAdvice => Ruling is { Binding: false, AdoptedFrom: null };

    public bool IsAdopted => Ruling is { Binding: false, AdoptedFrom: not null };

    /// <summary>Never to be taken for the protocol's own words.</summary>
    public string Mark =>
        HasEnded ? "Ended"
        : Ruling.Binding ? "The Monitoring Officer’s ruling"
        : IsAdopted ? "The council’s choice"
        : "The Monitoring Officer’s advice";

    public string Colour =>
        HasEnded ? "grey"
        : IsAdvice ? "yellow"
        : IsAdopted ? "blue"
        : "purple";

    /// <summary>What it counts for, in a sentence.</summary>
    public string Standing =>
        HasEnded ? "It has ended and decides nothing. What was decided with it stands."
        : Ruling.Binding ? "The protocol gives the Monitoring Officer the last word on what it means: it decides from its first day on."
        : IsAdopted
            ? $"The council adopted it by minute {Ruling.AdoptedMinute}, from {Ruling.AdoptedFrom!.Value.InWords()}. It is an arrangement of its own and not the protocol’s."
        : "It is advice. The protocol gives nobody the last word on what it means, so it decides nothing until the council adopts it.";

    public string By =>
        $"{Ruling.AuthorName}, {(Ruling.Until is { } until ? $"{Ruling.From.InWords()} to {until.InWords()}" : $"from {Ruling.From.InWords()}")}";

    /// <summary>"May it be done" in one line.</summary>
    public string EffectInWords(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return Ruling.Effect switch
        {
            RulingEffect.Permitted => "It may be done",
            RulingEffect.NotPermitted => "It may not be done",
            _ => $"It is for the {RoleOf(vocabulary, Ruling.ReferredTo!)} to decide",
        };
    }

    /// <summary>The act, the people in it and what has to be so.</summary>
    public IReadOnlyList<(string What, string Value)> Situation(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return
        [
            ("What is done", vocabulary.Acts.TryGetValue(Ruling.Act, out var act) ? act.Label : Ruling.Act),
            .. Place("By", Ruling.ByRole),
            .. Place("To", Ruling.ToRole),
            .. Place("About", Ruling.AboutRole),
            .. Ruling.FactLines.Select(line =>
                vocabulary.Facts.TryGetValue(line.Fact, out var fact)
                    ? (fact.Question, fact.Choices.FirstOrDefault(choice => choice.Name == line.Value)?.Label ?? line.Value)
                    : (line.Fact, line.Value)
            ),
        ];

        IEnumerable<(string, string)> Place(string word, string? role) => role is null ? [] : [(word, RoleOf(vocabulary, role))];
    }

    private static string RoleOf(Vocabulary vocabulary, string role) =>
        vocabulary.Roles.TryGetValue(role, out var found) ? found.Label : role;

    public static async Task<IReadOnlyList<RulingAsRead>> AllAsync(ComityDb db, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        var rows = await db
            .Rulings.AsNoTracking()
            .OrderByDescending(row => row.Number)
            .Select(row => new
            {
                Ruling = row,
                AdoptedBy = db
                    .People.Where(person => person.Id == row.AdoptedByPersonId)
                    .Select(person => person.FullName)
                    .FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new RulingAsRead(
                row.Ruling,
                today,
                row.AdoptedBy,
                rows.Find(other => other.Ruling.ReplacesId == row.Ruling.Id)?.Ruling.Number,
                rows.Find(other => other.Ruling.Id == row.Ruling.ReplacesId)?.Ruling.Number
            )),
        ];
    }
}
