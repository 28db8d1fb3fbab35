using Comity.Web.Infrastructure;

namespace Comity.Web.Pages.Owed;

public sealed class WhatIAmOwedModel(OwedList owed, CurrentViewer current) : OwedPageModel(owed, current, asDebtor: false);
