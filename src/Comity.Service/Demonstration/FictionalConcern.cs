namespace Comity.Service.Demonstration;

/// <summary>What members of a made-up council say against one of its officers.</summary>
/// <param name="Post">The post of the officer.</param>
/// <param name="Ground">The norm that they say was not kept.</param>
public sealed record FictionalConcern(string Post, string Ground);
