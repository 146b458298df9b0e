// What the browser's own inputs cannot do: a long list that is searched, an answer that grows. Dates and numbers are the browser's.
import autocomplete from "enketo-core/src/widget/select-autocomplete/autocomplete";
import textarea from "enketo-core/src/widget/textarea/textarea";

export default [autocomplete, textarea];
