using Comity.Service.People;

namespace Comity.Service.Demonstration;

/// <summary>An enquiry as it is to be played; what it becomes in the council's database is filled in on the way.</summary>
internal sealed class PlannedEnquiry
{
    public required Course Course { get; init; }
    public required Topic Topic { get; init; }
    public required CastMember Member { get; init; }
    public required string Street { get; init; }
    public required string OtherStreet { get; init; }
    public required int Number { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Working days for an answer, or as many as one usually takes where nothing gives a number.</summary>
    public required int Days { get; init; }

    /// <summary>The last day in time, as a working-day count gives it; the service works it out for itself.</summary>
    public required DateOnly DueOn { get; init; }

    public string? Resident { get; init; }
    public bool WithFile { get; init; }
    public bool ReplyWithFile { get; init; }
    public bool General { get; init; }
    public int? Rating { get; init; }
    public Person? LoggedBy { get; init; }

    public string Reference { get; set; } = "";
    public Guid MatterId { get; set; }

    public bool IsSealed => Course is Course.SealedOpen or Course.SealedThenAnswered;

    public string Fill(string text) =>
        text.Replace("{street}", Street, StringComparison.Ordinal)
            .Replace("{other}", OtherStreet, StringComparison.Ordinal)
            .Replace("{ward}", Member.Ward.Name, StringComparison.Ordinal)
            .Replace("{n}", $"{Number}", StringComparison.Ordinal);
}
