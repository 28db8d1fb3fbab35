using Comity.Service.Content;
using Comity.Service.Mail;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.Mail;

/// <summary>One opening of an email.</summary>
public sealed record LetterRead(DateTime At, string Who);

/// <summary>Who has opened an email in the holding place. Its log names nobody: a token is made again for everybody in the register.</summary>
public sealed class ReadsOfLetter(ComityDb db, ViewerTokens tokens)
{
    private const int Most = 100;
    private const string Gone = "somebody who is no longer in the register";

    public async Task<IReadOnlyList<LetterRead>> OfAsync(IncomingMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var id = mail.Id;
        var reads = await db
            .ReadEntries.AsNoTracking()
            .Where(read => read.MatterId == id)
            .OrderByDescending(read => read.At)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Select(person => new { person.Id, person.FullName }).ToListAsync(cancellationToken);
        var names = people.ToDictionary(
            person => tokens.Person(person.Id, ContentClass.Sealed),
            person => person.FullName,
            StringComparer.Ordinal
        );
        return [.. reads.Select(read => new LetterRead(read.At, names.GetValueOrDefault(read.ViewerToken, Gone)))];
    }

    public async Task<string> NameAsync(Guid person, CancellationToken cancellationToken) =>
        await db.People.Where(row => row.Id == person).Select(row => row.FullName).SingleOrDefaultAsync(cancellationToken) ?? Gone;
}
