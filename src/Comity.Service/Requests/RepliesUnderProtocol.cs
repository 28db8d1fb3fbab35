namespace Comity.Service.Requests;

/// <summary>What the protocol in force says of answering one enquiry, point by point. What it is silent on, the council may arrange and Comity does not invent.</summary>
/// <param name="Reply">When an answer is owed.</param>
/// <param name="Acknowledgement">What an acknowledgement is worth; silent: it is worth a friendly word, and the time runs on.</param>
/// <param name="AfterAcknowledgement">When the full answer is owed after one.</param>
/// <param name="Delay">Whether a delay is to be told.</param>
/// <param name="Abuse">Whether an abusive message may be left unanswered; silent: it may not.</param>
/// <param name="Progress">What is kept of telling the member how it is going.</param>
public sealed record RepliesUnderProtocol(
    ProtocolSays Reply,
    ProtocolSays Acknowledgement,
    ProtocolSays AfterAcknowledgement,
    ProtocolSays Delay,
    ProtocolSays Abuse,
    ProtocolSays Progress
);
