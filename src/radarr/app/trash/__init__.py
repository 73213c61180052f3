"""`radarr trash`: brings what a checkout of the TRaSH Guides proposes into `conf.d`, and knows what it brought.

`checkout` reads the guides, `lock` and `written` what is there from an earlier time, `people` what people declare
themselves; `plan` puts them together, `apply` carries a plan out.
"""
