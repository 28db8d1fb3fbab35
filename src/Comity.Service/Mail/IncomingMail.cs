using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>
/// An email as it came in, whole and sealed under a key of its own, and what became of it. Nothing that came in is thrown away before somebody has decided
/// about it, nor while the council has not settled how long it is kept (<see cref="DisposeMail"/>).
/// </summary>
[Index(nameof(State), nameof(ReceivedAt))]
[Index(nameof(Digest), IsUnique = true)]
[Index(nameof(MessageKey))]
[Index(nameof(MatterId))]
public sealed class IncomingMail
{
    public Guid Id { get; init; }

    /// <summary>When it reached the service.</summary>
    public DateTime ReceivedAt { get; init; }

    public long Size { get; init; }

    /// <summary>SHA-256 of what came in: the same bytes are kept once, however often they are handed over.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>The email as it came, with the addresses to which it was delivered.</summary>
    public Guid RawContentId { get; init; }

    /// <summary>What was read in it (<see cref="ReadMail"/>), sealed; null until it has been read.</summary>
    public Guid? ReadContentId { get; set; }

    /// <summary>A hash of its Message-ID: what came twice is acted on once.</summary>
    [MaxLength(64)]
    public string? MessageKey { get; set; }

    public MailState State { get; set; }

    /// <summary>Why it is held; null for what is not.</summary>
    public HeldBecause? Because { get; set; }

    /// <summary>The matter that it joined or opened.</summary>
    public Guid? MatterId { get; set; }

    /// <summary>Of an officer's: who has to say what it is.</summary>
    public Guid? ForPersonId { get; set; }

    /// <summary>It names everybody who keeps the holding place: those above them decide.</summary>
    public bool IsForThoseAbove { get; set; }

    public DateTime? DecidedAt { get; set; }

    [ConcurrencyCheck]
    public int Version { get; set; }
}

public enum MailState
{
    /// <summary>Kept, and not read yet.</summary>
    Kept,

    /// <summary>In the holding place.</summary>
    Held,

    Joined,
    Opened,
    TurnedAway,

    /// <summary>An answer of a machine: kept, and never acted on.</summary>
    Automatic,

    /// <summary>A mail server's word that one of our notices did not arrive.</summary>
    Returned,

    /// <summary>The same message again.</summary>
    Again,

    /// <summary>It joined no matter, and what it said was erased when the council's time for that had passed.</summary>
    Disposed,
}

public enum HeldBecause
{
    UnknownSender,
    Unproved,
    FailedProof,
    SeveralSenders,
    NoOffice,
    NotTheirAddress,
    UnknownAddress,
    BlindCopy,
    Closed,
    Files,
    TooLarge,
    Broken,
    Unreadable,
    NamesMatter,
    FromAnOfficer,
    ByTheRules,
    WhatIsIt,
    Empty,
    Failed,
}
