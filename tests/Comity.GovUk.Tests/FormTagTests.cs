using AngleSharp.Dom;
using Comity.GovUk.Tests.Site;

namespace Comity.GovUk.Tests;

public sealed class FormTagTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly (string, string)[] Complete =
    [
        ("Subject", "Bins"),
        ("DateReceived.Day", "27"),
        ("DateReceived.Month", "3"),
        ("DateReceived.Year", "2026"),
        ("Kind", "other"),
        ("Other", "Noise"),
        ("Wards", "w2"),
        ("Agrees", "true"),
        ("Officer", "o2"),
        ("Question", "When?"),
        ("Password", "secret"),
    ];

    [Fact]
    public async Task Post_with_nothing_filled_in_lists_errors_in_the_order_of_the_page()
    {
        var page = await site.Client.PostPageAsync("/everything", [.. Blank("DateReceived"), ("Agrees", "false")]);

        Summary(page)
            .ShouldBe([
                ("Enter a subject", "#Subject"),
                ("Enter the date you received it", "#DateReceived_Day"),
                ("Choose what it is", "#Kind"),
                ("Say what it is", "#Other"),
                ("You must agree", "#Agrees"),
                ("Choose an officer", "#Officer"),
                ("Enter your question", "#Question"),
                ("Enter a password", "#Password"),
            ]);
    }

    [Fact]
    public async Task Post_with_errors_links_each_one_to_a_control_that_is_there()
    {
        var page = await site.Client.PostPageAsync(
            "/everything?count=true",
            [.. Blank("DateReceived"), ("Agrees", "false"), ("More", "far too long for it")]
        );

        var links = page.QuerySelectorAll(".govuk-error-summary__list a");
        links.Length.ShouldBe(10);
        foreach (var link in links)
        {
            var target = page.GetElementById(link.GetAttribute("href")![1..]).ShouldNotBeNull();
            target.LocalName.ShouldBeOneOf("input", "select", "textarea");
        }
    }

    [Fact]
    public async Task Post_with_errors_of_the_form_and_of_no_field_puts_them_first_and_last()
    {
        var page = await site.Client.PostPageAsync("/everything?wholeForm=true", [.. Complete.Where(each => each.Item1 != "Subject")]);

        Summary(page).ShouldBe([("Something else happened", null), ("Enter a subject", "#Subject"), ("This has no field", null)]);
    }

    [Fact]
    public async Task Post_with_an_error_ties_message_hint_and_control_together()
    {
        var page = await site.Client.PostPageAsync("/everything", Blank("DateReceived"));

        var input = page.GetElementById("Subject")!;
        input.GetAttribute("aria-describedby").ShouldBe("Subject-hint Subject-error");
        input.ClassList.ShouldContain("govuk-input--error");
        input.Closest(".govuk-form-group")!.ClassList.ShouldContain("govuk-form-group--error");
        page.GetElementById("Subject-error")!.Words().ShouldBe("Error: Enter a subject");
        page.QuerySelector("#Subject-error .govuk-visually-hidden")!.TextContent.ShouldBe("Error:");
        page.GetElementById("Subject-hint")!.Words().ShouldBe("A few words");
    }

    [Fact]
    public async Task Get_without_errors_shows_no_summary_and_no_prefix()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.QuerySelector(".govuk-error-summary").ShouldBeNull();
        page.QuerySelector(".govuk-error-message").ShouldBeNull();
        page.Title.ShouldBe("Everything – Test – Ashford & Beech Council");
    }

    [Fact]
    public async Task Post_with_errors_says_so_first_in_the_title()
    {
        var page = await site.Client.PostPageAsync("/everything");

        page.Title.ShouldBe("Error: Everything – Test – Ashford & Beech Council");
    }

    [Fact]
    public async Task Post_with_an_error_given_by_the_page_alone_counts_as_one()
    {
        var page = await site.Client.PostPageAsync("/everything?count=true", Complete);

        Summary(page).ShouldBe([("Enter a smaller number", "#Count")]);
        page.Title!.ShouldStartWith("Error: ");
        page.GetElementById("Count")!.GetAttribute("value").ShouldBe("7");
    }

    [Fact]
    public async Task Post_complete_shows_again_what_was_sent_but_never_a_password()
    {
        var page = await site.Client.PostPageAsync("/everything", Complete);

        page.QuerySelector(".govuk-error-summary").ShouldBeNull();
        page.GetElementById("Subject")!.GetAttribute("value").ShouldBe("Bins");
        page.GetElementById("DateReceived_Month")!.GetAttribute("value").ShouldBe("3");
        page.QuerySelectorAll("[name=Kind][checked]").Single().GetAttribute("value").ShouldBe("other");
        page.QuerySelectorAll("[name=Wards][checked]").Single().GetAttribute("value").ShouldBe("w2");
        page.QuerySelector("[name=Agrees]")!.HasAttribute("checked").ShouldBeTrue();
        page.QuerySelectorAll("#Officer option[selected]").Single().TextContent.ShouldBe("Sam");
        page.GetElementById("Question")!.TextContent.ShouldBe("When?");
        page.GetElementById("Password")!.HasAttribute("value").ShouldBeFalse();
        page.DocumentElement.OuterHtml.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Radios_with_a_conditional_question_keep_it_in_the_page_without_scripts()
    {
        var page = await site.Client.GetPageAsync("/everything");

        var radio = page.QuerySelector("[name=Kind][value=other]")!;
        radio.Id.ShouldBe("Kind-3", "the divider counts as a place, as it does upstream");
        var revealed = page.GetElementById(radio.GetAttribute("data-aria-controls")!)!;
        revealed.QuerySelector("#Other").ShouldNotBeNull();
        revealed.QuerySelectorAll("[name=Wards]").Length.ShouldBe(2);
        revealed.HasAttribute("hidden").ShouldBeFalse();
        revealed.ClassList.ShouldContain("govuk-radios__conditional--hidden");

        // The one rule that hides it asks for a class that only a running script sets.
        var styles = await File.ReadAllTextAsync(
            Path.Combine(Fixtures.Repository.Root, "src/Comity.Web/wwwroot/govuk/govuk-frontend.min.css"),
            TestContext.Current.CancellationToken
        );
        styles.ShouldContain(".govuk-frontend-supported .govuk-radios__conditional--hidden{display:none}");
        styles.ShouldNotContain("}.govuk-radios__conditional--hidden{display:none}");
        page.Body!.ClassList.ShouldNotContain("govuk-frontend-supported");
    }

    [Fact]
    public async Task Hint_inside_a_revealed_question_belongs_to_that_question()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.GetElementById("Other-hint")!.InnerHtml.ShouldBe("In <b>your</b> words");
        page.GetElementById("Kind-item-hint")!.TextContent.ShouldBe("A question");
        page.GetElementById("Kind-3-item-hint").ShouldBeNull();
        page.QuerySelector("label[for=Kind-3]")!.Words().ShouldBe("Something else");
    }

    [Fact]
    public async Task Fields_take_markup_for_their_label_and_attributes_they_do_not_know()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.QuerySelector("h1.govuk-label-wrapper label[for=Question]")!.InnerHtml.ShouldBe("Your <em>question</em>");
        var subject = page.GetElementById("Subject")!;
        subject.GetAttribute("data-extra").ShouldBe("a & b");
        subject.HasAttribute("autofocus").ShouldBeTrue();
        subject.ClassList.ShouldContain("govuk-input--width-20");
        var file = page.GetElementById("Attachment")!;
        file.GetAttribute("accept").ShouldBe(".pdf");
        file.HasAttribute("multiple").ShouldBeTrue();
        file.Closest("[data-module=govuk-file-upload]").ShouldNotBeNull();
        page.GetElementById("More-info")!.TextContent.ShouldBe("You can enter up to 10 characters");
    }

    [Fact]
    public async Task Checkbox_for_a_yes_or_no_says_no_when_it_is_left_empty()
    {
        var page = await site.Client.GetPageAsync("/everything");

        page.QuerySelectorAll("[name=Agrees]")
            .Select(each => (each.GetAttribute("type"), each.GetAttribute("value")))
            .ShouldBe([("checkbox", "true"), ("hidden", "false")]);
        page.QuerySelectorAll("[name=Wards]").ShouldAllBe(each => each.GetAttribute("type") == "checkbox");

        var sent = await site.Client.PostPageAsync("/everything", [("Agrees", "true"), ("Agrees", "false")]);
        sent.GetElementById("Agrees")!.HasAttribute("checked").ShouldBeTrue();
        sent.GetElementById("Agrees-error").ShouldBeNull();
    }

    [Fact]
    public async Task Get_with_a_stored_model_shows_its_values()
    {
        var page = await site.Client.GetPageAsync("/stored?stored=true");

        page.GetElementById("Input_Subject")!.GetAttribute("value").ShouldBe("<script>alert('x')</script> & \"quotes\"");
        page.GetElementById("Input_Subject")!.GetAttribute("name").ShouldBe("Input.Subject");
        page.QuerySelector("label[for=Input_Subject]")!.TextContent.ShouldBe("What it is about");
        page.GetElementById("Input_Until_Day")!.GetAttribute("value").ShouldBe("7");
        page.GetElementById("Input_Until_Month")!.GetAttribute("value").ShouldBe("3");
        page.GetElementById("Input_Until_Year")!.GetAttribute("value").ShouldBe("2026");
        page.GetElementById("Input_From_Day")!.HasAttribute("value").ShouldBeFalse();
        page.GetElementById("Input_From_Month")!.GetAttribute("autocomplete").ShouldBe("bday-month");
        page.QuerySelectorAll("[name='Input.Kind'][checked]").Single().GetAttribute("value").ShouldBe("Concern");
        page.QuerySelectorAll("#kind-again option[selected]").Single().TextContent.ShouldBe("Concern");
        page.QuerySelectorAll("[name='Input.Wards'][checked]").Single().GetAttribute("value").ShouldBe("w2");
        page.QuerySelector("[name='Input.Wards'][value=none]")!.GetAttribute("data-behaviour").ShouldBe("exclusive");
        page.QuerySelector("[name='Input.Agrees']")!.HasAttribute("checked").ShouldBeTrue();
        page.GetElementById("secret")!.HasAttribute("value").ShouldBeFalse();
    }

    private static (string, string)[] Blank(string date) => [(date + ".Day", ""), (date + ".Month", ""), (date + ".Year", "")];

    private static List<(string, string?)> Summary(IDocument page) =>
        [
            .. page.QuerySelectorAll(".govuk-error-summary__list li")
                .Select(each => (each.Words(), each.QuerySelector("a")?.GetAttribute("href"))),
        ];
}
