using Comity.Protocols;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.ProtocolLibrary;

/// <summary>
/// What the protocol in force says of an act, for a page that stands beside the act without deciding it. The page asks in the words of the vocabulary and
/// shows the answer: where the protocol is silent, nothing.
/// </summary>
public sealed class WhatProtocolSays(ComityDb db, Library library)
{
    public async Task<ProtocolSays> OfAsync(
        DateOnly on,
        string act,
        string by,
        CancellationToken cancellationToken,
        params (string Fact, string Value)[] facts
    )
    {
        if (!await db.TextEditions.AnyAsync(cancellationToken))
        {
            return ProtocolSays.Nothing;
        }

        var read = await library.OnAsync(on, cancellationToken);
        var situation = facts.Aggregate(
            Situation.In(read.Vocabulary).Act(act).By(by).On(on),
            (builder, fact) => builder.With(fact.Fact, fact.Value)
        );
        return ProtocolSays.Of(read.Protocol.Decide(situation.Build()));
    }
}
