namespace Comity.Service.Requests;

/// <summary>One thing that was said of a situation: who (by, to, about) or a fact; empty where the question was left open.</summary>
public sealed record SaidAnswer(string Key, string Value);
