using Comity.Service.Search;

namespace Comity.Service.Tests.Search;

public sealed class SearchTermTests
{
    [Theory]
    [InlineData("street lighting", "street", "lighting")]
    [InlineData("\"Mill Lane\" lighting", "Mill Lane", "lighting")]
    [InlineData("“Mill Lane” lighting", "Mill Lane", "lighting")]
    [InlineData("12/00345/FUL", "12 00345 FUL")]
    [InlineData("the council's", "the", "council s")]
    [InlineData("bridge bridge", "bridge")]
    [InlineData("left \"open", "left", "open")]
    [InlineData("café", "café")]
    [InlineData("a\" OR words:b* NEAR(c) -d ^e", "a", "OR words b NEAR c d e")]
    [InlineData(" \t\n — … \" \" '", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Read_WhatSomebodyTyped_GivesWordsAloneAndNoSigns(string? typed, params string[]? terms) =>
        SearchTerm.Read(typed).Select(term => term.Words).ShouldBe(terms ?? []);

    [Fact]
    public void Read_MoreThanAPageOfWords_TakesTheFirstTen() =>
        SearchTerm.Read(string.Join(' ', Enumerable.Range(1, 500))).Count.ShouldBe(SearchTerm.Most);
}
