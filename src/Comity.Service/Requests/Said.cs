namespace Comity.Service.Requests;

/// <summary>Something that was said in an enquiry, of a part that the viewer may see.</summary>
public sealed record Said(Guid Id, string Kind, string AuthorToken, DateTime SentAt, StoredWords Words, ICollection<SaidFile> Files);

/// <summary>A file that came with it.</summary>
public sealed record SaidFile(Guid Id, StoredWords Name, long Size);

/// <summary>Words as they are stored: none where they were erased, and none yet where they are sealed.</summary>
public sealed record StoredWords(Guid ContentId, string? Text, bool IsSealed);
