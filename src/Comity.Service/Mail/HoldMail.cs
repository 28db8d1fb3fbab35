using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Notifications;
using Comity.Service.People;
using Comity.Service.Record;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>
/// Puts an email into the holding place, behind its walls: what names a sealed matter is for those alone who may see that, and nobody decides about a letter that
/// names them.
/// </summary>
public sealed partial class HoldMail(
    ComityDb db,
    CouncilWrites writes,
    CouncilOnDate council,
    MatterParties parties,
    ViewerTokens tokens,
    Notices notices
)
{
    private const int MostReferences = 500;
    private static readonly TimeSpan QuietFor = TimeSpan.FromHours(12);

    /// <param name="sender">Whom the service knows it to be from; null where nothing proves it, and then nobody is written to.</param>
    /// <param name="forPerson">Who has to say what it is; null where the holding place's keepers decide.</param>
    public async Task ExecuteAsync(
        IncomingMail mail,
        ReadMail read,
        HeldBecause because,
        Guid? sender,
        Guid? forPerson,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(read);
        await using var write = await writes.BeginAsync(Acting.Service, cancellationToken);
        (mail.State, mail.Because, mail.ForPersonId) = (MailState.Held, because, forPerson);
        mail.Version++;
        write.Record(
            "mail-held",
            new JsonObject { ["mail"] = mail.Id.ToString("D", CultureInfo.InvariantCulture), ["because"] = because.ToString() }
        );
        var keepers = await KeepersAsync(write.Today, cancellationToken);
        var about = await SealedMattersAsync(read, cancellationToken);
        foreach (var matter in about)
        {
            db.MailWalls.Add(
                new MailWall
                {
                    Id = NewId(write),
                    MailId = mail.Id,
                    MatterId = matter.Id,
                }
            );
        }

        var named = keepers.Where(keeper => Names(read, keeper.PersonName)).Select(keeper => keeper.PersonId).ToHashSet();
        foreach (var person in named)
        {
            db.MailWalls.Add(NotFor(write, mail, person));
        }

        mail.IsForThoseAbove = keepers.All(keeper => named.Contains(keeper.PersonId));
        await TellAsync(write, mail, because, sender, forPerson, keepers, named, about, cancellationToken);
        await write.CommitAsync(cancellationToken);
    }

    /// <summary>Whoever looks at it has said that it concerns them.</summary>
    internal async Task ShutAsync(CouncilWrite write, IncomingMail mail, Guid person, CancellationToken cancellationToken)
    {
        db.MailWalls.Add(NotFor(write, mail, person));
        var keepers = await KeepersAsync(write.Today, cancellationToken);
        var shut = await db
            .MailWalls.Where(wall => wall.MailId == mail.Id && wall.NotFor != null)
            .Select(wall => wall.NotFor)
            .ToListAsync(cancellationToken);
        shut.Add(tokens.Person(person, ContentClass.Sealed));
        mail.IsForThoseAbove = keepers.All(keeper => shut.Contains(tokens.Person(keeper.PersonId, ContentClass.Sealed)));
    }

    private async Task TellAsync(
        CouncilWrite write,
        IncomingMail mail,
        HeldBecause because,
        Guid? sender,
        Guid? forPerson,
        IReadOnlyList<HeldOffice> keepers,
        HashSet<Guid> named,
        IReadOnlyList<Matter> about,
        CancellationToken cancellationToken
    )
    {
        if (forPerson is { } asked)
        {
            await notices.TellAsync(
                write,
                asked,
                "say what your email is",
                "Your email was kept and nobody has been shown it yet. Say whether it is the full reply, news of how it is going, or a note for officers:",
                $"/mail/{mail.Id:D}",
                cancellationToken
            );
            return;
        }

        if (sender is { } known)
        {
            await notices.TellAsync(
                write,
                known,
                "your email was kept",
                $"{HeldInWords.ToSender(because)} Nothing of it is lost: somebody will look at it. You can also sign in and write there:",
                "/",
                cancellationToken
            );
        }

        // Not for each of a flood of letters: one word, and another half a day later at the soonest.
        var since = write.At - QuietFor;
        if (
            about.Count == 0
            && await db.IncomingMail.AnyAsync(
                other => other.Id != mail.Id && other.State == MailState.Held && other.ForPersonId == null && other.ReceivedAt > since,
                cancellationToken
            )
        )
        {
            return;
        }

        var told =
            about.Count == 0 ? keepers.Select(keeper => keeper.PersonId).Where(person => !named.Contains(person)).Distinct().Take(1) : [];
        foreach (var matter in about)
        {
            told = (await parties.InAsync(matter, MatterParties.Owner, cancellationToken)) is { } owner
                ? told.Append(owner.PersonId)
                : told;
        }

        foreach (var person in told.Distinct().ToList())
        {
            await notices.TellAsync(
                write,
                person,
                "an email is waiting",
                "An email has come in that somebody has to place:",
                "/mail",
                cancellationToken
            );
        }
    }

    private async Task<IReadOnlyList<HeldOffice>> KeepersAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var held = await council
            .HeldOffices(on)
            .Where(office => RegisterRights.Keepers.Contains(office.Role))
            .ToListAsync(cancellationToken);
        return [.. CouncilOnDate.Acting(held).OrderBy(office => RegisterRights.Keepers.ToList().IndexOf(office.Role))];
    }

    private async Task<IReadOnlyList<Matter>> SealedMattersAsync(ReadMail read, CancellationToken cancellationToken)
    {
        var references = Find(string.Join('\n', Words(read).Append(read.AsItStands)));
        return references.Count == 0
            ? []
            : await db
                .Matters.AsNoTracking()
                .Where(matter => references.Contains(matter.Reference) && matter.Class == ContentClass.Sealed)
                .ToListAsync(cancellationToken);
    }

    /// <summary>What looks like a matter's reference, anywhere in it: in a name of a file too.</summary>
    internal static IReadOnlyList<string> References(ReadMail read) => Find(string.Join('\n', Words(read)));

    private static IEnumerable<string> Words(ReadMail read) => [read.Subject, read.Text, .. read.Files.Select(file => file.Name)];

    private static IReadOnlyList<string> Find(string text) =>
        [
            .. Reference()
                .Matches(text)
                .Select(match => PublicReference.TryParse(match.Value, out var found) ? found.Value : null)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal)
                .Take(MostReferences),
        ];

    /// <summary>Whether it speaks of somebody. A greeting speaks to them.</summary>
    private static bool Names(ReadMail read, string name) =>
        read.Subject.Contains(name, StringComparison.OrdinalIgnoreCase)
        || read.Text.Split('\n').Any(line => line.Contains(name, StringComparison.OrdinalIgnoreCase) && !Greeting().IsMatch(line));

    private MailWall NotFor(CouncilWrite write, IncomingMail mail, Guid person) =>
        new()
        {
            Id = NewId(write),
            MailId = mail.Id,
            NotFor = tokens.Person(person, ContentClass.Sealed),
        };

    private static Guid NewId(CouncilWrite write) => Guid.CreateVersion7(new DateTimeOffset(write.At));

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9A-Za-z]{4}[- ]?[0-9A-Za-z]{4}[- ]?[0-9A-Za-z]{2}(?![0-9A-Za-z])", RegexOptions.None, 10_000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*(Dear|Hello|Hi|Good (morning|afternoon|evening))\b.{0,60}$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Greeting();
}
