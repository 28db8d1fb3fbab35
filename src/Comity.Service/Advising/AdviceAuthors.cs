using Comity.Service.Content;
using Comity.Service.Matters;

namespace Comity.Service.Advising;

/// <summary>Who wrote a piece of advice, from the token under which it stands there.</summary>
public sealed class AdviceAuthors(MatterParties parties, ViewerTokens tokens, ContentStore contents)
{
    /// <summary>Null where the author stands in the matter no more.</summary>
    public async Task<Guid?> OfAsync(Matter matter, PieceOfAdvice advice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matter);
        ArgumentNullException.ThrowIfNull(advice);
        foreach (var party in await parties.OfAsync(matter, cancellationToken))
        {
            var person =
                party.PersonId
                ?? (
                    party.IdentityContentId is { } id && await contents.ReadTextAsync(id, cancellationToken) is { } text
                        ? NamesInMatter.Read(text).PersonId
                        : null
                );
            if (party.EndedAt is null && person is { } found && tokens.Person(found, matter.Class) == advice.AuthorToken)
            {
                return found;
            }
        }

        return null;
    }
}
