using System.ComponentModel.DataAnnotations;
using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Search;

/// <summary>
/// A piece of a matter's text that words are looked for in: its subject, what somebody said, the name of a file. Only of what is indexed; what is
/// sealed is in no index. The database keeps the words in an index of its own and lets a piece go with the content that it repeats, by triggers
/// that the migrations lay down.
/// </summary>
[Index(nameof(MatterId))]
[Index(nameof(ContentId))]
public sealed class SearchText
{
    /// <summary>Longer text is searched as far as this. PostgreSQL indexes no more than a megabyte of one text.</summary>
    public const int Longest = 250_000;

    public long Id { get; init; }
    public Guid MatterId { get; init; }

    /// <summary>Whoever may not see this part does not find the matter by these words.</summary>
    [MaxLength(20)]
    public required string Part { get; init; }

    /// <summary>The content that it repeats; null for the subject, which stands in the matter itself.</summary>
    public Guid? ContentId { get; init; }

    public required string Words { get; init; }

    /// <summary>Lets a matter be found by these words; does nothing for words that are sealed.</summary>
    internal static void Add(ComityDb db, Matter matter, string part, Guid? contentId, string words)
    {
        if (Parts.ClassOf(matter, part) == ContentClass.Sealed)
        {
            return;
        }

        db.SearchTexts.Add(
            new SearchText
            {
                MatterId = matter.Id,
                Part = part,
                ContentId = contentId,
                Words = words.Length <= Longest ? words : words[..Longest],
            }
        );
    }
}
