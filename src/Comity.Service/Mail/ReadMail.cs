using System.Text.Json.Serialization;

namespace Comity.Service.Mail;

/// <summary>What was read in an email. It comes from a stranger by way of a process that is not trusted: text and numbers, and nothing that is run or shown as it is.</summary>
public sealed record ReadMail
{
    /// <summary>Why it could not be read at all; null where it could.</summary>
    public string? Unreadable { get; init; }

    public IReadOnlyList<Mailbox> From { get; init; } = [];
    public int FromLines { get; init; }
    public IReadOnlyList<Mailbox> To { get; init; } = [];
    public IReadOnlyList<Mailbox> Cc { get; init; } = [];
    public IReadOnlyList<Mailbox> Bcc { get; init; } = [];
    public string Subject { get; init; } = "";
    public string Date { get; init; } = "";
    public string MessageId { get; init; } = "";

    /// <summary>Its Authentication-Results headers (RFC 8601), the uppermost first.</summary>
    public IReadOnlyList<string> AuthenticationResults { get; init; } = [];

    /// <summary>Exchange Online says of it that it never left the organisation.</summary>
    public bool IsInternal { get; init; }

    /// <summary>A machine wrote it: an out-of-office answer, a list, a report.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>What a mail server says of an email of ours that did not arrive; null where it is something else.</summary>
    public ReturnedMail? Returned { get; init; }

    public string Text { get; init; } = "";

    /// <summary>It had no plain text: the words are those of its page.</summary>
    public bool IsFromPage { get; init; }

    public IReadOnlyList<MailFile> Files { get; init; } = [];

    /// <summary>What may have been lost on its way.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The addresses to which it was delivered, as the mail server says; not what its headers say.</summary>
    public IReadOnlyList<string> DeliveredTo { get; init; } = [];

    /// <summary>The beginning of it as it stands, for what is named where nothing was read: in a letter within the letter, or in one that is damaged.</summary>
    [JsonIgnore]
    public string AsItStands { get; init; } = "";

    /// <summary>The same without the bytes of its files, as it is kept to be looked at.</summary>
    public ReadMail WithoutBytes() => this with { Files = [.. Files.Select(file => file with { Bytes = null })] };
}

public sealed record Mailbox(string Name, string Address);

/// <param name="Original">The Message-ID of what came back.</param>
public sealed record ReturnedMail(string Action, string Status, string? Original);

/// <param name="InText">A picture that stands in the text, such as a logo below a signature.</param>
/// <param name="Bytes">Null where it is larger than is taken.</param>
public sealed record MailFile(
    string Name,
    string Type,
    long Size,
    bool InText,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] byte[]? Bytes
);
